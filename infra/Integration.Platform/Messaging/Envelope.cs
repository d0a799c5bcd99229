namespace Integration.Platform.Messaging;

internal sealed record Envelope(Guid MessageId, string? MessageType, string Message);
