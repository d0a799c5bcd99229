using System.Diagnostics;
using Integration.Platform.Telemetry;

namespace Integration.Platform.Messaging;

/// <summary>Continues the stored trace of a row, so that the journey is one trace however long the row waited.</summary>
internal static class SendTrace
{
    /// <summary>The header in which MassTransit's receive span looks for its parent.</summary>
    public const string ParentHeader = "MT-Activity-Id";

    public static Activity? Start(OutboxRow row)
    {
        if (!ActivityContext.TryParse(row.TraceParent, row.TraceState, isRemote: true, out var parent))
        {
            return null;
        }

        var span = IntegrationActivity.Source.StartActivity("outbox relay", ActivityKind.Producer, parent);
        span?.SetTag("messaging.operation.type", "send");
        span?.SetTag("messaging.destination.name", row.Queue);
        span?.SetTag("messaging.message.id", row.Id);
        return span;
    }
}
