using Integration.Sandbox.Shop;

namespace Integration.Tests.Compliance.Lists;

public sealed class XCart55Lists : RecordListCompliance
{
    private protected override Task<ListedSide> StartAsync() => XCartListed.StartAsync(ShopApi.Rest55);
}
