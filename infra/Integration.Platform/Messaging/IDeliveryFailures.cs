namespace Integration.Platform.Messaging;

/// <summary>Told about every final failure before the message is dead-lettered. The default writes a log line and a metric.</summary>
public interface IDeliveryFailures
{
    /// <summary>Notes the failure. Must not throw for want of a database: the message goes to its dead letters anyway.</summary>
    Task RecordAsync(DeliveryFailure failure, CancellationToken ct);
}
