using Integration.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop;

public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shop-restart-").FullName;

    [Fact]
    public async Task Shop_opened_again_has_its_orders_and_counts_on()
    {
        await using var first = await RunningShop.StartAsync(Options);
        await first.CheckoutAsync(RunningShop.Checkout());
        // A copy taken while the shop runs is what a killed process leaves behind.
        foreach (var file in Directory.GetFiles(_folder, "shop.db*"))
        {
            File.Copy(file, file.Replace("shop.db", "killed.db", StringComparison.Ordinal));
        }

        await using var again = await RunningShop.StartAsync(options => Options(options) with { DataFile = Path.Combine(_folder, "killed.db") });
        Assert.Single((await again.StateAsync())["orders"]!.AsArray());
        var next = await again.CheckoutAsync(RunningShop.Checkout());
        Assert.Equal("2", (string?)next["orderNumber"]);
        Assert.Equal(496, (int)(await again.StateAsync())["stock"]!["MUG-01"]!);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ShopOptions Options(ShopOptions options) => options with { DataFile = Path.Combine(_folder, "shop.db") };
}
