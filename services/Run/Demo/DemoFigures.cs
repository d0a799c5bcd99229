using System.Text.Json.Serialization;

namespace Integration.Run.Demo;

/// <summary>
/// The result of a demo run, the last line on standard output. Every figure is a count of references of this run, read from the sandboxes'
/// own state; held, waiting and attention from the operator's list, which is the other half of the promise.
/// </summary>
internal sealed record DemoFigures
{
    [JsonPropertyName("pair")]
    public required string Pair { get; init; }

    [JsonPropertyName("storeApi")]
    public required string StoreApi { get; init; }

    /// <summary>Whether the shop has our add-on.</summary>
    [JsonPropertyName("addOn")]
    public required bool AddOn { get; init; }

    /// <summary>Orders in the shop.</summary>
    [JsonPropertyName("placed")]
    public required int Placed { get; init; }

    /// <summary>References that the ERP holds at least one order of.</summary>
    [JsonPropertyName("inErp")]
    public required int InErp { get; init; }

    /// <summary>ERP orders beyond the first per reference.</summary>
    [JsonPropertyName("duplicates")]
    public required int Duplicates { get; init; }

    /// <summary>Orders that the shop shows as shipped, with tracking where the shop can take it.</summary>
    [JsonPropertyName("shippedBack")]
    public required int ShippedBack { get; init; }

    /// <summary>Orders on the attention list.</summary>
    [JsonPropertyName("attention")]
    public required int Attention { get; init; }

    /// <summary>Orders held by a rule.</summary>
    [JsonPropertyName("held")]
    public required int Held { get; init; }

    /// <summary>Orders that the import rule does not take yet.</summary>
    [JsonPropertyName("waiting")]
    public required int Waiting { get; init; }

    /// <summary>Orders cancelled in the shop that never reached the ERP.</summary>
    [JsonPropertyName("cancelledBeforeErp")]
    public required int CancelledBeforeErp { get; init; }

    /// <summary>Orders that are nowhere.</summary>
    [JsonPropertyName("lost")]
    public int Lost => Placed - InErp - Attention - Held - Waiting - CancelledBeforeErp;

    /// <summary>Service processes that ran.</summary>
    [JsonPropertyName("processes")]
    public required int Processes { get; init; }

    [JsonPropertyName("seconds")]
    public required double Seconds { get; init; }

    /// <summary>From the beginning of an order's checkout to our first look at it.</summary>
    [JsonPropertyName("lookMs")]
    public LookDelays? LookMs { get; init; }

    /// <summary>What differs from what the mix demands; empty when all is well.</summary>
    /// <param name="mix">What was placed.</param>
    /// <param name="unshipped">Orders that the warehouse holds back just now.</param>
    public IReadOnlyList<string> Differences(IReadOnlyList<DemoKind> mix, int unshipped = 0)
    {
        int Of(params DemoKind[] kinds) => mix.Count(kinds.Contains);
        var differences = new List<string>();
        void Expect(string figure, int demanded, int found)
        {
            if (demanded != found) differences.Add($"{figure}: {found} instead of {demanded}");
        }

        Expect("placed", mix.Count, Placed);
        var shipped = Of(DemoKind.Good, DemoKind.TwoParcels, DemoKind.Amended, DemoKind.PartlyCaptured, DemoKind.PartlyRefunded, DemoKind.Returned);
        Expect("in the ERP", shipped + Of(DemoKind.CancelledInErp), InErp);
        Expect("shipped back", shipped - unshipped, ShippedBack);
        Expect("needs a person", Of(DemoKind.UnknownSku, DemoKind.DoesNotAddUp), Attention);
        Expect("held", Of(DemoKind.Held), Held);
        Expect("waiting", Of(DemoKind.Unpaid), Waiting);
        Expect("cancelled before the ERP", Of(DemoKind.CancelledBeforeErp), CancelledBeforeErp);
        Expect("duplicates", 0, Duplicates);
        Expect("lost", 0, Lost);
        return differences;
    }
}
