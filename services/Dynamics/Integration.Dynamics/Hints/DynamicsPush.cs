using Integration.Connectors.Hints;
using Integration.Connectors.Ports;

namespace Integration.Dynamics.Hints;

/// <summary>Reads what is pushed to a connection. Several systems may send to the one address of it: the shape of a body tells its kind.</summary>
/// <param name="kinds">The kinds that are understood; the first that takes a body has it.</param>
internal sealed class DynamicsPush(params IReadOnlyList<IPushKind> kinds) : IPushReader
{
    /// <inheritdoc />
    public PushNotification? Read(ReadOnlySpan<byte> body) => HintKeys.Read(body, read => kinds.Select(kind => kind.RecordsOf(read)).FirstOrDefault(records => records is not null), DeliveryIds.Of);
}
