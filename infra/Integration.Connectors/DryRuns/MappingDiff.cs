using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Contracts.Orders;

namespace Integration.Connectors.DryRuns;

/// <summary>Compares what two mapping documents make of the same orders.</summary>
public static partial class MappingDiff
{
    private const int Examples = 3;

    /// <summary>Runs both over the orders.</summary>
    /// <param name="live">The document that counts.</param>
    /// <param name="tried">The one that is tried.</param>
    /// <param name="orders">The orders.</param>
    /// <param name="showPersonal">Leaves personal data in what is shown.</param>
    public static MappingDiffReport Compare(OrderDryRun live, OrderDryRun tried, IEnumerable<Order> orders, bool showPersonal)
    {
        var report = new Tally();
        foreach (var order in orders) report.Add(live.Run(order, showPersonal), tried.Run(order, showPersonal));
        return report.ToReport();
    }

    /// <summary>The values of a document by their place.</summary>
    private static Dictionary<string, JsonNode?> Leaves(JsonNode? node, string place = "")
    {
        var leaves = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        Collect(node, place, leaves);
        return leaves;
    }

    private static void Collect(JsonNode? node, string place, Dictionary<string, JsonNode?> leaves)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members) Collect(value, place.Length == 0 ? name : $"{place}.{name}", leaves);
                break;
            case JsonArray items:
                for (var at = 0; at < items.Count; at++) Collect(items[at], $"{place}[{at}]", leaves);
                break;
            default:
                leaves[place] = node;
                break;
        }
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 1000)]
    private static partial Regex Index();

    private sealed class Tally
    {
        private readonly SortedDictionary<string, (int Changes, HashSet<string> Orders, List<ChangeExample> First)> _rules = new(StringComparer.Ordinal);
        private readonly List<OrderProblems> _failing = [];
        private readonly List<string> _passing = [];
        private int _orders;
        private int _same;
        private int _failedBoth;

        public void Add(DryRunResult live, DryRunResult tried)
        {
            _orders++;
            if (tried.Problems.Count > 0 && live.Problems.Count == 0) _failing.Add(new OrderProblems(tried.Number, tried.Problems));
            else if (tried.Problems.Count == 0 && live.Problems.Count > 0) _passing.Add(tried.Number);
            else if (tried.Problems.Count > 0) _failedBoth++;
            if (!Changes(live, tried)) _same++;
        }

        public MappingDiffReport ToReport() => new(
            _orders, _same, _failedBoth, _failing, _passing,
            [.. _rules.Select(rule => new RuleChange(rule.Key, rule.Value.Changes, rule.Value.Orders.Count, rule.Value.First))]);

        private bool Changes(DryRunResult live, DryRunResult tried)
        {
            var (before, after, shownBefore, shownAfter) = (Leaves(live.Unmasked), Leaves(tried.Unmasked), Leaves(live.Document), Leaves(tried.Document));
            var changed = false;
            foreach (var place in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
            {
                if (before.ContainsKey(place) == after.ContainsKey(place) && JsonNode.DeepEquals(before.GetValueOrDefault(place), after.GetValueOrDefault(place))) continue;
                changed = true;
                var name = Index().Replace(place, "");
                if (!_rules.TryGetValue(name, out var rule)) rule = (0, [], []);
                rule.Orders.Add(live.Number);
                if (rule.First.Count < Examples) rule.First.Add(new ChangeExample(live.Number, place, Shown(shownBefore, place), Shown(shownAfter, place)));
                _rules[name] = rule with { Changes = rule.Changes + 1 };
            }

            return changed;
        }

        private static string? Shown(Dictionary<string, JsonNode?> leaves, string place) => leaves.TryGetValue(place, out var value) ? value?.ToJsonString(Plain) ?? "null" : null;
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
