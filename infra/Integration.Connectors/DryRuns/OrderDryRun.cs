using System.Text.Json.Nodes;
using Integration.Connectors.Flows;
using Integration.Connectors.Lanes;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Mapping.Documents;
using Integration.Mapping.Flows;
using Integration.Mapping.Lookups;

namespace Integration.Connectors.DryRuns;

/// <summary>Maps orders as the lane would, and says what would become of them. Calls nobody and writes nothing.</summary>
public sealed class OrderDryRun
{
    private readonly PairDefinition _pair;
    private readonly ISalesOrders _orders;
    private readonly CompiledMapping _mapping;
    private readonly FlowDocument _flow;
    private readonly ILookups _lookups;
    private readonly TimeProvider _time;

    /// <summary>Compiles the documents.</summary>
    /// <param name="pair">The pair, with its lookups and flow document.</param>
    /// <param name="orders">The pair's ERP.</param>
    /// <param name="mapping">The mapping document to try.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="Mapping.Reading.DocumentException">A document cannot be used.</exception>
    /// <exception cref="PairFileException">A file that the pair names cannot be read.</exception>
    public OrderDryRun(PairDefinition pair, ISalesOrders orders, string mapping, TimeProvider time)
    {
        (_pair, _orders, _time) = (pair, orders, time);
        _mapping = MappingDocument.Parse(mapping).Compile(source: null, orders.Schema);
        _flow = FlowDocument.Parse(PairDocument.Read(pair, DocumentNames.OrdersFlow) ?? ShippedDocuments.OrdersFlow);
        _lookups = PairTables.Of(pair);
    }

    /// <summary>Tries one order.</summary>
    /// <param name="order">The canonical order.</param>
    /// <param name="showPersonal">Leaves personal data in what is shown.</param>
    public DryRunResult Run(Order order, bool showPersonal)
    {
        var watched = new WatchedLookups(_lookups);
        var result = Map(Source(Set(order)), watched);
        var wanted = new Money(order.Total, order.Currency);
        var total = result.Document is { } whole ? _orders.TotalOf(whole) : (Money?)null;
        List<Reason> problems = [.. result.Problems.Select(problem => DocumentMappings.ReasonOf(problem, DocumentNames.OrdersToErp))];
        if (total is { } sum && sum != wanted) problems.Add(OrderMappings.WrongTotal(sum, wanted, _mapping.Document.Version));

        return new DryRunResult
        {
            Number = order.Number,
            OrderId = order.Key.OrderId,
            Mapping = _mapping.Document.Id,
            Version = _mapping.Document.Version,
            Document = showPersonal ? result.Draft : (JsonObject)PersonalData.Hide(result.Draft, Map(Source(Set(PersonalData.OfSomebodyElse(order))), _lookups).Draft)!,
            Unmasked = result.Draft,
            Problems = problems,
            Stops = [.. Stops(order, Source(order))],
            OrderTotal = wanted.ToString(),
            DocumentTotal = total?.ToString(),
            Lookups = watched.Uses,
        };
    }

    // As the rules of the flow document change it before it is mapped.
    private Order Set(Order order) => OrderSettings.Apply(order, _flow.Evaluate(Source(order), _time).Settings).Order;

    // As the lane maps before the customer is found or made.
    private JsonObject Source(Order order) => OrderMappings.SourceOf(_pair.Lanes.Payments, order, OrderMappings.NewCustomer);

    private MappingResult Map(JsonObject source, ILookups lookups) => _mapping.Map(source, lookups, new MappingContext { TimeZone = _pair.TimeZone, Clock = _time });

    private IEnumerable<string> Stops(Order order, JsonObject source)
    {
        if (order.PlacedAt < _pair.From) yield return $"It was placed before {_pair.From:u}, from which on the pair takes orders.";
        if (order.PaymentStatus is PaymentStatus.Cancelled or PaymentStatus.Declined) yield return "It is cancelled or declined in the shop.";
        else if (!_pair.ImportRule.Takes(order)) yield return $"The import rule does not take it yet (payment {order.PaymentStatus}, fulfilment {order.FulfilmentStatus}).";
        foreach (var problem in OrderChecks.Problems(order)) yield return $"{problem.Field}: {problem.Message}";
        if (!_flow.Enabled) yield return "The flow document is not enabled.";
        var verdict = _flow.Evaluate(source, _time);
        if (verdict.Decision == FlowDecision.Pass) yield break;
        foreach (var reason in verdict.Reasons) yield return $"A flow rule {(verdict.Decision == FlowDecision.Hold ? "holds" : "refuses")} it: {reason}";
    }
}
