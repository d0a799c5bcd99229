namespace Integration.XCart.Setup;

/// <summary>The keys of the shop's REST API add-on.</summary>
/// <param name="Write">The read/write key. It travels in request bodies only, never in an address.</param>
/// <param name="Read">The key that reads use. X-Cart takes it in the address only, so that it stands in the web server's log: better the read-only one.</param>
internal sealed record ShopKeys(string Write, string Read)
{
    /// <summary>True when the pair file names a read-only key of its own.</summary>
    public bool ReadIsSeparate => Write != Read;

    // A record's printed form must not show them.
    public override string ToString() => "(keys)";
}
