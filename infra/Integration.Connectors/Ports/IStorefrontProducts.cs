namespace Integration.Connectors.Ports;

/// <summary>Products of a storefront.</summary>
public interface IStorefrontProducts : IProducts
{
    /// <summary>The unit of the storefront's weights, such as <c>kg</c>.</summary>
    string WeightUnit { get; }

    /// <summary>How slowly all products are read to find changes, or null for never.</summary>
    CrawlSchedule? Schedule { get; }
}
