using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>A catalogue in memory, two items per page.</summary>
internal sealed class FakeCatalogue : ICatalogue
{
    public CrawlSchedule Schedule { get; } = new(TimeSpan.FromHours(24), TimeSpan.FromSeconds(30));

    public List<CatalogueItem> Items { get; } = [];

    public WriteOutcome? Failure { get; set; }

    public List<int> Asked { get; } = [];

    public Task<CataloguePage> PageAsync(int page, CancellationToken ct)
    {
        Asked.Add(page);
        return Task.FromResult<CataloguePage>(Failure is { } failure
            ? new CataloguePage.Failed(failure)
            : new CataloguePage.Read([.. Items.Skip((page - 1) * 2).Take(2)], page * 2 >= Items.Count));
    }
}
