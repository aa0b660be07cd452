// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.util.Context;

/** What the policies of the pipeline need to know of a call, carried by the context. */
final class Attributes {

    private Attributes() {}

    static Context of(Call<?> call, Context context) {
        return context.addData(Call.SCOPE_KEY, call.scope()).addData(Call.RESEND_KEY, call.resend());
    }
}
