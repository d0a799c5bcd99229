namespace Integration.Platform.Messaging;

/// <summary>Stands for an outbox row in MassTransit's typed send; what goes out is the row's own type and body.</summary>
public sealed record StoredMessage
{
    internal static StoredMessage Instance { get; } = new();
}
