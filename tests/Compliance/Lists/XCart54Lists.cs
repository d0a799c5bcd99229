using Integration.Sandbox.Shop;

namespace Integration.Tests.Compliance.Lists;

public sealed class XCart54Lists : RecordListCompliance
{
    private protected override Task<ListedSide> StartAsync() => XCartListed.StartAsync(ShopApi.Legacy54);
}
