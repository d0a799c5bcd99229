using Integration.Sandbox.Serving;
using Integration.Sandbox.Shop.Hints;
using Integration.Sandbox.Shop.Rows;
using Integration.Sandbox.Shop.Schema;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop;

/// <summary>Opens transactions on the shop.</summary>
internal sealed class ShopDatabase(SandboxStore store, ShopOptions options, RaceSwitches races, HintBell bell, CommitJournal journal)
{
    public ShopSchema Schema { get; } = ShopSchema.Load();

    /// <summary>Runs one action of the shop; with our add-on it notes its hints in the same transaction.</summary>
    public Task<T> WriteAsync<T>(Func<ShopUnit, T> work, CancellationToken cancellationToken) => WriteAsync(work, hints: true, cancellationToken);

    /// <summary>Runs statements that the shop's own code, and so our add-on's hints, do not see.</summary>
    public Task<T> WriteUnhintedAsync<T>(Func<ShopUnit, T> work, CancellationToken cancellationToken) => WriteAsync(work, hints: false, cancellationToken);

    /// <summary>Whatever <paramref name="work"/> writes is rolled back.</summary>
    public Task<T> ReadAsync<T>(Func<ShopUnit, T> work, CancellationToken cancellationToken) =>
        store.ReadAsync(unit => work(Unit(unit)), cancellationToken);

    private async Task<T> WriteAsync<T>(Func<ShopUnit, T> work, bool hints, CancellationToken cancellationToken)
    {
        var (result, orders, isHinted) = await store.WriteAsync(
            unit =>
            {
                var watch = hints ? HintOutbox.Watch(unit) : null;
                var saved = new SavedOrders();
                var shop = Unit(unit, watch, saved);
                var result = work(shop);
                return (result, saved, watch is not null && HintOutbox.Write(shop, watch) > 0);
            },
            cancellationToken);
        if (isHinted)
        {
            bell.Ring();
        }

        orders.Tell(journal);
        return result;
    }

    private ShopUnit Unit(SandboxUnit unit, ChangeWatch? watch = null, SavedOrders? saved = null) =>
        new(new ShopRows(unit, Schema, watch, saved), options, races, options.Time.GetUtcNow().ToUnixTimeSeconds());
}
