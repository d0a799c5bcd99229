namespace Integration.Contracts.Operations;

/// <summary>What is sent when an operator presses retry.</summary>
/// <param name="Queue">The queue it goes to.</param>
/// <param name="Type">The message's registered type name.</param>
/// <param name="Body">The message as JSON.</param>
public sealed record RetryMessage(string Queue, string Type, string Body);
