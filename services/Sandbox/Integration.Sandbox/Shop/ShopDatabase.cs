using Integration.Sandbox.Shop.Hints;
using Integration.Sandbox.Shop.Rows;
using Integration.Sandbox.Shop.Schema;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop;

/// <summary>Opens transactions on the shop.</summary>
internal sealed class ShopDatabase(SandboxStore store, ShopOptions options, RaceSwitches races)
{
    public ShopSchema Schema { get; } = ShopSchema.Load();

    /// <summary>Runs one action of the shop; with our add-on it notes its hints in the same transaction.</summary>
    public Task<T> WriteAsync<T>(Func<ShopUnit, T> work, CancellationToken cancellationToken) => store.WriteAsync(
        unit =>
        {
            var watch = HintOutbox.Watch(unit);
            var shop = Unit(unit, watch);
            var result = work(shop);
            if (watch is not null)
            {
                HintOutbox.Write(shop, watch);
            }

            return result;
        },
        cancellationToken);

    /// <summary>Runs statements that the shop's own code, and so our add-on's hints, do not see.</summary>
    public Task<T> WriteUnhintedAsync<T>(Func<ShopUnit, T> work, CancellationToken cancellationToken) =>
        store.WriteAsync(unit => work(Unit(unit)), cancellationToken);

    /// <summary>Whatever <paramref name="work"/> writes is rolled back.</summary>
    public Task<T> ReadAsync<T>(Func<ShopUnit, T> work, CancellationToken cancellationToken) =>
        store.ReadAsync(unit => work(Unit(unit)), cancellationToken);

    private ShopUnit Unit(SandboxUnit unit, ChangeWatch? watch = null) =>
        new(new ShopRows(unit, Schema, watch), options, races, options.Time.GetUtcNow().ToUnixTimeSeconds());
}
