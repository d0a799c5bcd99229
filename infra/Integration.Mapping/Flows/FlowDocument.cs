using System.Text.Json.Nodes;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Flows;

/// <summary>
/// What a merchant may decide about a lane: on or off, rules, deadlines, back-off, sweep. The form is described by
/// <see cref="JsonSchema"/> and in docs/rules.md. Safe to use by several threads.
/// </summary>
public sealed record FlowDocument
{
    /// <summary>Its id, for example <c>xcart-acumatica.orders.flow</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The lane it belongs to.</summary>
    public required string Lane { get; init; }

    /// <summary>Whether the lane runs.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The rules, in order.</summary>
    public IReadOnlyList<FlowRule> Rules { get; init; } = [];

    /// <summary>A scoring service that is asked about every order, or null.</summary>
    public ExternalScreening? Screening { get; init; }

    /// <summary>How long each state may take, by the names of <see cref="FlowDeadlines"/>.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Deadlines { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>Waiting times between attempts; the last one repeats.</summary>
    public IReadOnlyList<TimeSpan> BackOff { get; init; } = [];

    /// <summary>The sweep schedule, if the document gives one.</summary>
    public FlowSweep? Sweep { get; init; }

    /// <summary>The JSON Schema (2020-12) of flow documents.</summary>
    public static string JsonSchema => EmbeddedText.Read("flow-document.schema.json");

    /// <summary>Reads a document strictly.</summary>
    /// <exception cref="DocumentException">It has an unknown property, a wrong value, or an expression that cannot be parsed.</exception>
    public static FlowDocument Parse(string text) => FlowDocumentReader.Read(text);

    /// <summary>Evaluates every rule. A rule that fails holds the order, so that nothing passes unseen.</summary>
    /// <param name="order">The canonical order as JSON.</param>
    /// <param name="clock">The clock of <c>$now</c>.</param>
    /// <param name="ct">Stops the evaluation.</param>
    public FlowVerdict Evaluate(JsonNode order, TimeProvider? clock = null, CancellationToken ct = default)
    {
        var evaluation = new FlowEvaluation(order, clock, ct);
        foreach (var rule in Rules)
            evaluation.Apply(rule);
        return evaluation.Verdict();
    }
}
