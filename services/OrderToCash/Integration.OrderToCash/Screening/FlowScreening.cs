using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Publishing;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Serialization;
using Integration.Mapping.Flows;
using Integration.Mapping.Reading;

namespace Integration.OrderToCash.Screening;

/// <summary>Screens by the pair's flow document (<c>documents: { "orders.flow": … }</c>), or by the shipped one, which lets every order pass.</summary>
internal sealed class FlowScreening(PairCatalog catalog, TimeProvider clock) : IScreening
{
    private const string Document = "orders.flow";
    private const string Model = "flow-rules";
    private static readonly TimeSpan UsualDeadline = TimeSpan.FromMinutes(30);
    private static readonly FlowDocument Shipped = FlowDocument.Parse(ShippedDocuments.OrdersFlow);

    private readonly ConcurrentDictionary<string, (string Text, FlowDocument Document)> _documents = new(StringComparer.Ordinal);

    public bool IsExternal(string pair) => false;

    public OrderScreened Screen(Order order)
    {
        try
        {
            var document = DocumentOf(order.Key.Pair);
            var verdict = document.Evaluate(JsonSerializer.SerializeToNode(order, ContractsJson.Options) ?? new JsonObject(), clock);
            return new OrderScreened(order.Key, VerdictOf(verdict.Decision), null, null, verdict.Reasons, Model, document.Version.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception unusable) when (unusable is DocumentException or PairFileException)
        {
            // Rules that cannot be read hold the order: a merchant's stop sign must not vanish with a typing mistake.
            return new OrderScreened(order.Key, ScreeningVerdict.Hold, null, null, [$"The flow document cannot be used: {unusable.Message}"], Model, "0");
        }
    }

    public TimeSpan SubmitDeadline(string pair)
    {
        try
        {
            return DocumentOf(pair).Deadlines.GetValueOrDefault("submit", UsualDeadline);
        }
        catch (Exception unusable) when (unusable is DocumentException or PairFileException)
        {
            return UsualDeadline;
        }
    }

    private FlowDocument DocumentOf(string pairName)
    {
        if (catalog.Find(pairName) is not { } pair || PairDocument.Read(pair, Document) is not { } text) return Shipped;
        if (_documents.TryGetValue(pairName, out var known) && known.Text == text) return known.Document;
        var document = FlowDocument.Parse(text);
        _documents[pairName] = (text, document);
        return document;
    }

    private static ScreeningVerdict VerdictOf(FlowDecision decision) => decision switch
    {
        FlowDecision.Hold => ScreeningVerdict.Hold,
        FlowDecision.Reject => ScreeningVerdict.Reject,
        _ => ScreeningVerdict.Pass,
    };
}
