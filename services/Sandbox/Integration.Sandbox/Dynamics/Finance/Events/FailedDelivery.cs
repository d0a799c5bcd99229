namespace Integration.Sandbox.Dynamics.Finance.Events;

/// <summary>An entry of the error log.</summary>
/// <param name="Delivery">What could not be delivered.</param>
/// <param name="Reason">What happened at the last attempt.</param>
/// <param name="At">When it was given up.</param>
internal sealed record FailedDelivery(Delivery Delivery, string Reason, DateTimeOffset At);
