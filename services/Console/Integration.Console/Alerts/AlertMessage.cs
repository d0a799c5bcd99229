namespace Integration.Console.Alerts;

/// <summary>An alert on its way to the webhook.</summary>
/// <param name="Type"><c>attention.raised</c>, <c>connection.denied</c>, <c>connection.paused</c> or <c>connection.open</c>.</param>
/// <param name="Subject">What it is about: the order number or the connection.</param>
/// <param name="Text">Plain words without personal data.</param>
/// <param name="At">When, UTC.</param>
public sealed record AlertMessage(string Type, string Subject, string Text, DateTimeOffset At);
