namespace Integration.Sandbox.Shop;

/// <summary>
/// Races of the real shop as switches (see docs/sandbox.md, "Races"). The counts are used up one by one; they live
/// in memory, so a restarted shop behaves.
/// </summary>
public sealed record ShopRaces
{
    /// <summary>How long a placed order is readable half-made: no <c>orig_profile</c>, <c>stockStatus</c> still empty.</summary>
    public TimeSpan HalfMade { get; init; }

    /// <summary>
    /// Time between a checkout's reading of the stock and its writing of the level less its quantity: what is written to
    /// the stock meanwhile is lost, unless our add-on makes the shop's own changes single statements.
    /// </summary>
    public TimeSpan StockGap { get; init; }

    /// <summary>Next checkouts whose stock decrement is lost.</summary>
    public int LostDecrements { get; init; }

    /// <summary>Next stock writes over REST that are answered 200 with the new amount and then overwritten by the old one.</summary>
    public int OverwrittenStockWrites { get; init; }

    /// <summary>Next times that stock goes back, and it goes back seven times over.</summary>
    public int DuplicateRestocks { get; init; }

    /// <summary>Mails fail, as in a shop whose mailer is not set up (events say FAILED instead of SENT).</summary>
    public bool MailFails { get; init; }
}
