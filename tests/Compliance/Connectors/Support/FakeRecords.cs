using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>Customers in memory, two per page.</summary>
internal sealed class FakeRecords
{
    private const int Size = 2;

    public CrawlSchedule Schedule { get; } = new(TimeSpan.FromHours(24), TimeSpan.FromSeconds(30));

    public SortedDictionary<string, string> Records { get; } = new(StringComparer.Ordinal);

    public WriteOutcome? Failure { get; set; }

    public List<int> Asked { get; } = [];

    public CrawlTarget Target(string scope = "shop-erp") => new(scope, Entities.Customer, Schedule, [Entities.Order], PageAsync);

    private Task<CrawlPage> PageAsync(int page, CancellationToken ct)
    {
        Asked.Add(page);
        return Task.FromResult<CrawlPage>(Failure is { } failure
            ? new CrawlPage.Failed(failure)
            : new CrawlPage.Read([.. Records.Skip((page - 1) * Size).Take(Size).Select(row => new CrawledRecord(row.Key, row.Value))], page * Size >= Records.Count));
    }
}
