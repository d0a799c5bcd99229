namespace Integration.Tests.Integration.Console;

internal sealed record AlertDelivery(string Id, string Timestamp, string Signature, string Body);
