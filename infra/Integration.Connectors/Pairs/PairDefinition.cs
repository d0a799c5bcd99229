using System.Text.Json.Nodes;
using Integration.Connectors.Pairs.Lanes;

namespace Integration.Connectors.Pairs;

/// <summary>One storefront joined to one ERP: a pair file, read and checked.</summary>
public sealed record PairDefinition
{
    /// <summary>The pair's name, such as <c>xcart-acumatica</c>; the first part of its queue names.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it writes.</summary>
    public required PairMode Mode { get; init; }

    /// <summary>Nothing placed before this moment is ever sent.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The zone of ERP calendar dates and of <em>a day</em>.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Short code of the shop in our external references, such as <c>XC1</c>; unique per ERP connection.</summary>
    public required string StorefrontCode { get; init; }

    /// <summary>The storefront.</summary>
    public required ConnectionDefinition Storefront { get; init; }

    /// <summary>The ERP.</summary>
    public required ConnectionDefinition Erp { get; init; }

    /// <summary>Which orders are taken.</summary>
    public ImportRule ImportRule { get; init; } = new();

    /// <summary>What becomes of orders that are edited in the shop after the ERP took them.</summary>
    public AmendmentRule Amendments { get; init; }

    /// <summary>Where edits of people in the ERP are told.</summary>
    public ErpEditRule ErpEdits { get; init; }

    /// <summary>Largest difference of an order's sum and total that becomes a rounding line, in major units.</summary>
    public decimal RoundingLimit { get; init; }

    /// <summary>Named code tables: lookup → code → value, as in the file.</summary>
    public JsonObject Lookups { get; init; } = [];

    /// <summary>Mapping documents that replace the shipped ones: <c>orders.toErp</c> → path relative to the pair file.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; init; } = new Dictionary<string, string>();

    /// <summary>Sweeps of this pair.</summary>
    public SweepSchedule Sweeps { get; init; } = new();

    /// <summary>The lanes beside orders, shipments and statuses.</summary>
    public PairLanes Lanes { get; init; } = new();

    /// <summary>How the two sides are compared.</summary>
    public ReconciliationSettings Reconciliation { get; init; } = new();

    /// <summary>Days that sealed payload snapshots are kept.</summary>
    public int SnapshotDays { get; init; } = 30;

    /// <summary>The file it was read from.</summary>
    public string File { get; init; } = "";
}
