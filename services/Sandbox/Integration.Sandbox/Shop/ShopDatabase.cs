using Integration.Sandbox.Shop.Rows;
using Integration.Sandbox.Shop.Schema;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop;

/// <summary>Opens transactions on the shop.</summary>
internal sealed class ShopDatabase(SandboxStore store, ShopOptions options, RaceSwitches races)
{
    public ShopSchema Schema { get; } = ShopSchema.Load();

    public Task<T> WriteAsync<T>(Func<ShopUnit, T> work, CancellationToken cancellationToken) =>
        store.WriteAsync(unit => work(Unit(unit)), cancellationToken);

    /// <summary>Whatever <paramref name="work"/> writes is rolled back.</summary>
    public Task<T> ReadAsync<T>(Func<ShopUnit, T> work, CancellationToken cancellationToken) =>
        store.ReadAsync(unit => work(Unit(unit)), cancellationToken);

    private ShopUnit Unit(SandboxUnit unit) =>
        new(new ShopRows(unit, Schema), options, races, options.Time.GetUtcNow().ToUnixTimeSeconds());
}
