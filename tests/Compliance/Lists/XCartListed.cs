using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Sandbox.Shop;
using Integration.Tests.Compliance.Storefront;
using Integration.Tests.Compliance.Storefront.XCart;

namespace Integration.Tests.Compliance.Lists;

/// <summary>X-Cart of either version on its stand-in. Orders are entered by its clock.</summary>
internal sealed class XCartListed(XCartStage stage) : ListedSide
{
    public override IConnector Connector => stage.Storefront;

    public override PairDefinition Pair { get; } = With(stage.Pair);

    public override int PageSize => 5;

    public override DateTimeOffset Now => stage.ShopTime;

    public static async Task<ListedSide> StartAsync(ShopApi api) => new XCartListed(await XCartStage.StartAsync(api));

    public override async Task<ListedOrder> OrderAsync(DateTimeOffset at)
    {
        if (at > stage.ShopTime) stage.Advance(at - stage.ShopTime);
        var id = await stage.PlaceAsync(new StagedOrder());
        return new ListedOrder($"{Pair.StorefrontCode}-{(await ReadAsync(id)).Number}", id);
    }

    public override Task<string?> StrangeOrderAsync() => Task.FromResult<string?>(null);

    public override Task CancelAsync(ListedOrder order) => stage.CancelAsync(order.Id);

    public override Task DeleteAsync(ListedOrder order) => stage.DeleteAsync(order.Id);

    public override async Task<string> CustomerAsync(string email) => (await ReadAsync(await stage.PlaceWithAccountAsync(new StagedOrder { Email = email }))).Customer.Id!;

    public override Task ThrottleAsync()
    {
        stage.Make(Trouble.Throttled);
        return Task.CompletedTask;
    }

    public override Task DenyAsync()
    {
        stage.Make(Trouble.KeyRevoked);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => stage.DisposeAsync();

    private async Task<Order> ReadAsync(string id) => ((ReadOutcome<Order>.Found)await stage.Storefront.Orders.ReadAsync(Pair, id, CancellationToken.None)).Value;
}
