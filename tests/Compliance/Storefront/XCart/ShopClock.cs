namespace Integration.Tests.Compliance.Storefront.XCart;

/// <summary>The shop's clock: runs like ours, and can be set ahead.</summary>
internal sealed class ShopClock : TimeProvider
{
    private long _aheadTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _aheadTicks, time.Ticks);
}
