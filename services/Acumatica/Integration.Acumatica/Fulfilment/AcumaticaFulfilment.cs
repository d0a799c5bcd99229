using System.Runtime.CompilerServices;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Fulfilment;

/// <summary>Reads what became of orders: sales orders and shipments, by sweep and by key.</summary>
internal sealed class AcumaticaFulfilment(EntityClient client, SessionPool sessions, AcumaticaSettings settings) : IFulfilmentReader
{
    private readonly ChangeSweep _sweep = new(client, sessions, settings.PageSize);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChangePage> OrdersChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var types = settings.OrderTypes;
        for (var index = 0; index < types.Count; index++)
        {
            var source = new SweptEntity("SalesOrder", "OrderNbr", "LastModified", "OrderType,OrderNbr,LastModified", Filter.Equal("OrderType", types[index]), order => OrderLookup.Id(order).ToString());
            await foreach (var page in _sweep.PagesAsync(source, since, ct))
            {
                yield return page with { Last = page.Last && index == types.Count - 1 };
                if (page.Failure is not null) yield break;
            }
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> ShipmentsChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _sweep.PagesAsync(
        new SweptEntity("Shipment", "ShipmentNbr", "LastModifiedDateTime", "ShipmentNbr,LastModifiedDateTime", null, shipment => shipment.Text("ShipmentNbr")), since, ct);

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpOrderProgress>> ReadOrderAsync(string id, CancellationToken ct)
    {
        if (OrderId.Parse(id) is not { } key) return new ReadOutcome<ErpOrderProgress>.Unreadable([new Reason("", $"{id} is not an order of the form WO/000123.")]);
        var answer = await sessions.UseAsync(session => client.ReadAsync(session, "SalesOrder", [key.Type, key.Number], new EntityQuery { Expand = "Shipments,Details" }, ct), ct);
        return answer.Missing ? new ReadOutcome<ErpOrderProgress>.NotFound()
            : answer.Failure is { } failure ? Failed<ErpOrderProgress>(failure)
            : OrderReading.Read(answer.Record);
    }

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpShipment>> ReadShipmentAsync(string id, CancellationToken ct)
    {
        var answer = await sessions.UseAsync(session => client.ReadAsync(session, "Shipment", [id], new EntityQuery { Expand = "Details,Packages" }, ct), ct);
        return answer.Missing ? new ReadOutcome<ErpShipment>.NotFound()
            : answer.Failure is { } failure ? Failed<ErpShipment>(failure)
            : ShipmentReading.Read(answer.Record);
    }

    private static ReadOutcome<T> Failed<T>(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new ReadOutcome<T>.Unreadable(rejected.Reasons)
        : new ReadOutcome<T>.Failed(failure);
}
