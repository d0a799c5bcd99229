namespace Integration.Console.Alerts;

/// <summary>An alert on its way to a channel.</summary>
/// <param name="Id">Stays the same however often the alert is sent, so that the receiver can drop repeats (<c>webhook-id</c>).</param>
/// <param name="Type"><c>attention.raised</c>, <c>connection.paused</c>, <c>connection.stopped</c>, <c>connection.open</c> or <c>rule.notice</c>.</param>
/// <param name="Subject">What it is about: the order number or the connection.</param>
/// <param name="Text">Plain words without personal data.</param>
/// <param name="Pair">The pair, or empty.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Since">Since when it waits to be delivered, UTC.</param>
/// <param name="Channel">The channel's name.</param>
/// <param name="Rule">The rule of a notice, else null.</param>
/// <param name="Version">The version of its flow document, else null.</param>
/// <param name="Link">Where the console shows the order, or null.</param>
public sealed record AlertMessage(
    Guid Id, string Type, string Subject, string Text, string Pair, DateTimeOffset At, DateTimeOffset Since,
    string Channel = AlertOptions.WebhookChannel, string? Rule = null, string? Version = null, Uri? Link = null);
