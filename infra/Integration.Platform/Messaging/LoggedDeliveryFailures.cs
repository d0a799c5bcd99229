using Integration.Platform.Telemetry;

namespace Integration.Platform.Messaging;

internal sealed partial class LoggedDeliveryFailures(IntegrationMetrics metrics, ILogger<LoggedDeliveryFailures> log) : IDeliveryFailures
{
    public Task RecordAsync(DeliveryFailure failure, CancellationToken ct)
    {
        metrics.DeadLettered(failure.Queue);
        LogFailure(failure.Queue, failure.MessageId, failure.MessageType, failure.ExceptionType, failure.Message);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Queue} gave up message {MessageId} ({MessageType}): {ExceptionType}: {Reason}")]
    private partial void LogFailure(string queue, Guid? messageId, string? messageType, string exceptionType, string reason);
}
