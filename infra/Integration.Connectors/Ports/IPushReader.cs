namespace Integration.Connectors.Ports;

/// <summary>Reads the push notifications of an ERP.</summary>
public interface IPushReader
{
    /// <summary>Reads the body of one; null when it is none.</summary>
    PushNotification? Read(ReadOnlySpan<byte> body);
}
