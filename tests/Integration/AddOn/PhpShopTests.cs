using Xunit;

namespace Integration.Tests.Integration.AddOn;

/// <summary>Tests of one shop, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PhpShopTests : ICollectionFixture<PhpShop>
{
    public const string Name = "the add-on's PHP";
}
