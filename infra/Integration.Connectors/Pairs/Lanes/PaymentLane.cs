namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Payments and refunds of the storefront to the ERP.</summary>
public sealed record PaymentLane
{
    private const string TrueOrFalse = "Write true or false.";

    /// <summary>As which documents of the ERP money is booked.</summary>
    public PaymentBooking Booking { get; init; } = PaymentBooking.Payment;

    /// <summary>What is captured when the order is submitted goes along embedded in it. Never with <see cref="PaymentBooking.Journal"/>.</summary>
    public bool Embed { get; init; } = true;

    /// <summary>Documents are released at once, so that the general ledger shows them; else accountants release them.</summary>
    public bool Release { get; init; } = true;

    /// <summary>What becomes of a document whose period is closed.</summary>
    public ClosedPeriods ClosedPeriods { get; init; } = ClosedPeriods.Attention;

    /// <summary>True when captures travel in the sales order.</summary>
    public bool Embeds => Embed && Booking == PaymentBooking.Payment;

    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static PaymentLane Read(StrictSection section)
    {
        var booking = section.Word<PaymentBooking>("booking") ?? PaymentBooking.Payment;
        var lane = new PaymentLane
        {
            Booking = booking,
            Embed = section.Flag("embed", TrueOrFalse) ?? booking == PaymentBooking.Payment,
            Release = section.Flag("release", TrueOrFalse) ?? true,
            ClosedPeriods = section.Word<ClosedPeriods>("closedPeriods") ?? ClosedPeriods.Attention,
        };
        if (lane is { Embed: true, Booking: PaymentBooking.Journal })
        {
            throw section.Wrong("embed", "A payment embedded in the order and a journal transaction would book the same money twice.", "Remove \"embed\", or book as \"payment\".");
        }

        section.NothingElse();
        return lane;
    }
}
