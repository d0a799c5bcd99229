namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Returns and credits, both ways.</summary>
public sealed record ReturnLane
{
    private const string TrueOrFalse = "Write true or false.";

    /// <summary>Returns of the storefront are entered in the ERP.</summary>
    public bool ToErp { get; init; } = true;

    /// <summary>Returns and credits of the ERP are shown in the storefront.</summary>
    public bool ToStore { get; init; } = true;

    /// <summary>What in the storefront counts as a return.</summary>
    public IReadOnlyList<ReturnTrigger> Triggers { get; init; } = [ReturnTrigger.Returned];

    /// <summary>Shipping and fees are credited when the whole order comes back.</summary>
    public bool Shipping { get; init; } = true;

    /// <summary>Goods are returned against the invoice that billed them; without one a person decides.</summary>
    public bool NeedsInvoice { get; init; } = true;

    /// <summary>What the ERP owes the customer and the shop has not given back is put on the attention list.</summary>
    public bool RefundAtProvider { get; init; } = true;

    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static ReturnLane Read(StrictSection section)
    {
        var usual = new ReturnLane();
        var read = new ReturnLane
        {
            ToErp = section.Flag("toErp", TrueOrFalse) ?? usual.ToErp,
            ToStore = section.Flag("toStore", TrueOrFalse) ?? usual.ToStore,
            Triggers = section.Words<ReturnTrigger>("triggers") ?? usual.Triggers,
            Shipping = section.Flag("shipping", TrueOrFalse) ?? usual.Shipping,
            NeedsInvoice = section.Flag("needsInvoice", TrueOrFalse) ?? usual.NeedsInvoice,
            RefundAtProvider = section.Flag("refundAtProvider", TrueOrFalse) ?? usual.RefundAtProvider,
        };
        section.NothingElse();
        return read;
    }
}
