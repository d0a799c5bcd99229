using Integration.Connectors.Ports;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Customers;

public abstract partial class ErpCustomersCompliance
{
    private static readonly DateTimeOffset LongAgo = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Changes_are_listed_once_though_customers_change_while_the_pages_are_read()
    {
        var made = new List<string>();
        for (var number = 0; number < Erp.Under.Features.PageSize + 2; number++) made.Add((await MadeAsync(With($"c{number}@example.com"))).Id);

        var listed = new List<string>();
        var pages = 0;
        await foreach (var page in Port.ChangedSinceAsync(LongAgo, Ct))
        {
            Assert.Null(page.Failure);
            listed.AddRange(page.Records.Select(record => record.Id));
            if (++pages > 1) continue;
            // The first of them was listed already, the last one was not.
            await Erp.EditAsync("c0@example.com", phone: "1");
            await Erp.EditAsync($"c{made.Count - 1}@example.com", phone: "2");
        }

        Assert.True(pages > 1);
        Assert.Equal(listed.Distinct(StringComparer.Ordinal), listed);
        Assert.Superset(made.ToHashSet(StringComparer.Ordinal), listed.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_change_of_the_contact_alone_lists_the_customer_from_its_own_stamp_on_and_not_after_it_or_always_with_content_that_tells_it()
    {
        var (id, _) = await MadeAsync(Account);
        Assert.All(await SweepAsync(LongAgo), page => Assert.Equal(!Erp.Under.Features.ChangeStamps, page.IsWhole));
        if (!Erp.Under.Features.ChangeStamps)
        {
            var listed = await ListedAsync(id, DateTimeOffset.UtcNow.AddDays(1));
            Assert.Equal(listed, await ListedAsync(id, LongAgo));
            await Erp.EditAsync(Anna, phone: "+49 30 2");
            Assert.NotEqual(listed.Content, (await ListedAsync(id, LongAgo)).Content);
            return;
        }

        var first = await StampAsync(id, LongAgo);
        Assert.Null(await StampAsync(id, first!.Value.AddSeconds(1)));

        await Erp.EditAsync(Anna, phone: "+49 30 2");

        var second = await StampAsync(id, LongAgo);
        Assert.True(second > first);
        Assert.Equal(second, await StampAsync(id, second!.Value));
        Assert.Equal(second, await StampAsync(id, second.Value.ToOffset(TimeSpan.FromHours(-5))));
        Assert.Equal(second, (await FoundAsync(id)).ChangedAt);
    }

    [Fact]
    public async Task All_customers_are_paged_once_though_new_ones_come_meanwhile()
    {
        for (var number = 0; number < Erp.Under.Features.PageSize + 2; number++) await MadeAsync(With($"c{number}@example.com"));

        var listed = new List<ErpCustomer>();
        string? after = null;
        do
        {
            var page = await Port.PageAsync(after, Ct);
            Assert.Null(page.Failure);
            if (after is null) await MadeAsync(With("late@example.com"));
            listed.AddRange(page.Customers);
            after = page.After;
        }
        while (after is not null);

        Assert.Equal(listed.Select(customer => customer.Id).Distinct(StringComparer.Ordinal).Count(), listed.Count);
        Assert.All(Enumerable.Range(0, Erp.Under.Features.PageSize + 2), number => Assert.Contains(listed, customer => customer.Email == $"c{number}@example.com"));
    }

    private async Task<List<ChangePage>> SweepAsync(DateTimeOffset since)
    {
        var pages = new List<ChangePage>();
        await foreach (var page in Port.ChangedSinceAsync(since, Ct)) pages.Add(page);
        return pages;
    }

    private async Task<ChangedRecord> ListedAsync(string id, DateTimeOffset since) =>
        Assert.Single((await SweepAsync(since)).SelectMany(page => page.Records), record => record.Id == id);

    private async Task<DateTimeOffset?> StampAsync(string id, DateTimeOffset since) =>
        (await SweepAsync(since)).SelectMany(page => page.Records).SingleOrDefault(record => record.Id == id)?.ChangedAt;
}
