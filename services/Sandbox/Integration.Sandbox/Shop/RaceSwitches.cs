namespace Integration.Sandbox.Shop;

/// <summary>The races that are switched on now. Safe for concurrent use.</summary>
internal sealed class RaceSwitches
{
    private readonly Lock _gate = new();
    private ShopRaces _races = new();

    public ShopRaces Current
    {
        get { lock (_gate) { return _races; } }
        set { lock (_gate) { _races = value; } }
    }

    public bool TakeLostDecrement() => Take(races => races.LostDecrements, races => races with { LostDecrements = races.LostDecrements - 1 });

    public bool TakeOverwrittenStockWrite() => Take(
        races => races.OverwrittenStockWrites, races => races with { OverwrittenStockWrites = races.OverwrittenStockWrites - 1 });

    public bool TakeDuplicateRestock() => Take(
        races => races.DuplicateRestocks, races => races with { DuplicateRestocks = races.DuplicateRestocks - 1 });

    private bool Take(Func<ShopRaces, int> left, Func<ShopRaces, ShopRaces> use)
    {
        lock (_gate)
        {
            if (left(_races) <= 0)
            {
                return false;
            }

            _races = use(_races);
            return true;
        }
    }
}
