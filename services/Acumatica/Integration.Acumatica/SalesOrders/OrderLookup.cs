using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.SalesOrders;

/// <summary>Finds orders by our reference within the configured order types, as Acumatica's own connectors do; several matches go to a person.</summary>
internal sealed class OrderLookup(EntityClient client, AcumaticaSettings settings, UniqueReference unique)
{
    private const string Keys = "OrderType,OrderNbr,Status,ExternalRef,CustomerOrder,LastModified";

    /// <summary>Looks by reference only.</summary>
    public async Task<LookOutcome> FindAsync(Session session, string reference, CancellationToken ct)
    {
        var types = Filter.Any([.. settings.OrderTypes.Select(type => Filter.Equal("OrderType", type))]);
        var answer = await client.ListAsync(session, "SalesOrder",
            new EntityQuery { Filter = Filter.All(types, Filter.Equal("ExternalRef", reference)), Select = Keys, Top = 10 }, ct);
        if (answer.Failure is { } failure) return new LookOutcome.Failed(failure);
        if (answer.Records.Count > 1) unique.Disprove();
        return answer.Records switch
        {
            [] => new LookOutcome.NotFound(),
            [var only] => new LookOutcome.Same(Id(only).ToRef()),
            var several => new LookOutcome.Different(Id(several[0]).ToRef(),
                [new Reason("ExternalRef", $"Several orders carry {reference}: {string.Join(", ", several.Select(order => Id(order)))}. Keep one, clear the field on the others.")]),
        };
    }

    /// <summary>Looks by reference and compares what is found.</summary>
    public async Task<LookOutcome> FindAsync(Session session, string reference, OrderDocument document, CancellationToken ct)
    {
        var found = await FindAsync(session, reference, ct);
        if (found is not LookOutcome.Same same || OrderId.Parse(same.Ref.Id) is not { } id) return found;
        var answer = await ReadAsync(session, id, document.Plain, ct);
        if (answer.Missing) return new LookOutcome.NotFound();
        if (answer.Failure is { } failure) return new LookOutcome.Failed(failure);
        var differences = Differences(document.Plain, answer.Record);
        return differences.Count == 0 ? same : new LookOutcome.Different(same.Ref, differences);
    }

    /// <summary>Reads the order with the parts that a comparison needs.</summary>
    public Task<EntityAnswer> ReadAsync(Session session, OrderId id, JsonObject document, CancellationToken ct) =>
        client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], new EntityQuery { Expand = OrderComparison.Expand(document) }, ct);

    /// <summary>Orders of any type with this customer order number: whom the ERP's duplicate check means.</summary>
    public async Task<IReadOnlyList<OrderId>> WithCustomerOrderAsync(Session session, string number, CancellationToken ct)
    {
        var answer = await client.ListAsync(session, "SalesOrder", new EntityQuery { Filter = Filter.Equal("CustomerOrder", number), Select = Keys, Top = 10 }, ct);
        return [.. answer.Records.Select(Id)];
    }

    /// <summary>The key of an order record.</summary>
    public static OrderId Id(EntityRecord order) => new(order.Text("OrderType"), order.Text("OrderNbr"));

    private static IReadOnlyList<Reason> Differences(JsonObject wanted, EntityRecord stored) =>
        OrderStatus.Of(stored) == Contracts.OrderToCash.ErpOrderStatus.Cancelled
            ? [new Reason("Status", "The order is cancelled in the ERP.")]
            : OrderComparison.Differences(wanted, stored);
}
