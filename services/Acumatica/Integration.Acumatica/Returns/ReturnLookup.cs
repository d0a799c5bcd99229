using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;

namespace Integration.Acumatica.Returns;

/// <summary>Finds return orders by our reference, which stands in their external reference.</summary>
internal sealed class ReturnLookup(EntityClient client, AcumaticaSettings settings)
{
    private const string Keys = "OrderType,OrderNbr,Status,ExternalRef,LastModified";

    /// <summary>Looks and compares what is found.</summary>
    public async Task<LookOutcome> FindAsync(Session session, string reference, ReturnDocument document, CancellationToken ct)
    {
        var types = Filter.Any([.. settings.ReturnTypes.Select(type => Filter.Equal("OrderType", type))]);
        var listed = await client.ListAsync(session, "SalesOrder", new EntityQuery { Filter = Filter.All(types, Filter.Equal("ExternalRef", reference)), Select = Keys, Top = 10 }, ct);
        if (listed.Failure is { } failure) return new LookOutcome.Failed(failure);
        if (listed.Records.Count == 0) return new LookOutcome.NotFound();
        var id = OrderLookup.Id(listed.Records[0]);
        if (listed.Records.Count > 1)
        {
            return new LookOutcome.Different(RefOf(id), [new Reason("ExternalRef",
                $"Several returns carry {reference}: {string.Join(", ", listed.Records.Select(order => OrderLookup.Id(order)))}. Keep one, clear the field on the others.")]);
        }

        var read = await client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], new EntityQuery { Expand = OrderComparison.Expand(document.Plain) }, ct);
        if (read.Missing) return new LookOutcome.NotFound();
        if (read.Failure is { } unread) return new LookOutcome.Failed(unread);
        var differences = Differences(document.Plain, read.Record);
        return differences.Count == 0 ? new LookOutcome.Same(RefOf(id)) : new LookOutcome.Different(RefOf(id), differences);
    }

    /// <summary>Every difference between what was wanted and what the ERP holds.</summary>
    public static IReadOnlyList<Reason> Differences(JsonObject wanted, EntityRecord stored) =>
        OrderStatus.Of(stored) == Contracts.OrderToCash.ErpOrderStatus.Cancelled
            ? [new Reason("Status", "The return is cancelled in the ERP.")]
            : OrderComparison.Differences(wanted, stored);

    /// <summary>How a return is referred to.</summary>
    public static RecordRef RefOf(OrderId id) => new(Entities.Return, id.ToString(), id.Number);
}
