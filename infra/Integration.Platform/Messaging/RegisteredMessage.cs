namespace Integration.Platform.Messaging;

internal sealed record RegisteredMessage(Type Type);
