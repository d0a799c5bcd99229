using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>Reading customers' accounts, for every storefront connector that has them.</summary>
public abstract class StorefrontCustomers
{
    private const int MostPages = 50;
    private const int MoreThanAPage = 22;

    private protected abstract Task<StorefrontStage> StageAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_is_read_with_its_address()
    {
        await using var stage = await StageAsync();
        var id = await AccountAsync(stage);
        await stage.MoveCustomerAsync(id, "Domplatz 1");

        var customer = Assert.IsType<ReadOutcome<Customer>.Found>(await ReadAsync(stage, id)).Value;
        Assert.Equal((id, "anna@example.com", "Anna", "Kowalska", "+1 212 555 0100"), (customer.Id, customer.NormalisedEmail, customer.FirstName, customer.LastName, customer.Phone));
        var address = Assert.Single(customer.Addresses);
        Assert.Equal(("Domplatz 1", "New York", "10001", "US"), (address.Address.Street, address.Address.City, address.Address.PostalCode, address.Address.Country));
        Assert.True(address is { IsBilling: true, IsShipping: true });
        Assert.True(customer.IsActive);
        Assert.NotNull(customer.CreatedAt);
        Assert.InRange(customer.CreatedAt.Value, stage.ShopTime.AddHours(-1), stage.ShopTime);
    }

    [Fact]
    public async Task A_guest_is_no_customer()
    {
        await using var stage = await StageAsync();
        var guest = await OwnerAsync(stage, await stage.PlaceAsync(new StagedOrder()));

        Assert.True(Assert.IsType<ReadOutcome<Customer>.NotReady>(await ReadAsync(stage, guest)).Ignore);
        Assert.DoesNotContain(guest, (await AllAsync(stage)).Keys);
    }

    [Fact]
    public async Task An_account_that_does_not_exist_or_was_deleted_is_not_found()
    {
        await using var stage = await StageAsync();
        var id = await AccountAsync(stage);
        Assert.Contains(id, (await AllAsync(stage)).Keys);
        await stage.DeleteCustomerAsync(id);

        Assert.IsType<ReadOutcome<Customer>.NotFound>(await ReadAsync(stage, id));
        Assert.IsType<ReadOutcome<Customer>.NotFound>(await ReadAsync(stage, "987654"));
        Assert.IsType<ReadOutcome<Customer>.Unreadable>(await ReadAsync(stage, "no id"));
        Assert.DoesNotContain(id, (await AllAsync(stage)).Keys);
    }

    [Fact]
    public async Task A_round_shows_every_account_and_changes_only_where_one_changed()
    {
        await using var stage = await StageAsync();
        var moved = await AccountAsync(stage);
        await AccountAsync(stage, "ola@example.com");
        var before = await AllAsync(stage);
        Assert.Equal(before, await AllAsync(stage));
        await stage.MoveCustomerAsync(moved, "Domplatz 1");

        var after = await AllAsync(stage);
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.Equal([moved], after.Keys.Where(id => after[id] != before[id]));
    }

    [Fact]
    public async Task An_order_of_a_customer_neither_changes_nor_doubles_the_account()
    {
        await using var stage = await StageAsync();
        await AccountAsync(stage);
        var before = await AllAsync(stage);
        await stage.PlaceWithAccountAsync(new StagedOrder());

        Assert.Equal(before, await AllAsync(stage));
    }

    [Fact]
    public async Task Accounts_that_come_while_the_pages_are_read_hide_none_of_the_others()
    {
        await using var stage = await StageAsync();
        var known = new List<string>();
        for (var number = 0; number < MoreThanAPage; number++) known.Add(await AccountAsync(stage, $"c{number}@example.com"));

        var read = new List<string>();
        var last = false;
        for (var page = 1; !last; page++)
        {
            var answer = Assert.IsType<CrawlPage.Read>(await Customers(stage).PageAsync(stage.Pair, page, Ct));
            read.AddRange(answer.Records.Select(record => record.Id));
            last = answer.Last;
            if (page == 1) await AccountAsync(stage, "late@example.com");
        }

        Assert.Superset(known.ToHashSet(StringComparer.Ordinal), read.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(read.Distinct(StringComparer.Ordinal).Count(), read.Count);
    }

    [Fact]
    public async Task No_password_is_read()
    {
        await using var stage = await StageAsync();
        await AccountAsync(stage);

        Assert.All(await AllAsync(stage), customer => Assert.DoesNotContain("SHA512", customer.Value, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_shop_that_is_down_fails_the_read_and_the_page()
    {
        await using var stage = await StageAsync();
        var id = await AccountAsync(stage);
        stage.Make(Trouble.Down);

        Assert.IsType<ReadOutcome<Customer>.Failed>(await ReadAsync(stage, id));
        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<CrawlPage.Failed>(await Customers(stage).PageAsync(stage.Pair, 1, Ct)).Outcome);
    }

    private static IStorefrontCustomers Customers(StorefrontStage stage) => Assert.IsType<IStorefrontCustomers>(stage.Storefront.Customers, exactMatch: false);

    private static Task<ReadOutcome<Customer>> ReadAsync(StorefrontStage stage, string id) => Customers(stage).ReadAsync(stage.Pair, id, Ct);

    private static async Task<string> AccountAsync(StorefrontStage stage, string email = "anna@example.com") =>
        await OwnerAsync(stage, await stage.PlaceWithAccountAsync(new StagedOrder { Email = email }));

    private static async Task<string> OwnerAsync(StorefrontStage stage, string order) =>
        Assert.IsType<ReadOutcome<Order>.Found>(await stage.Storefront.Orders.ReadAsync(stage.Pair, order, Ct)).Value.Customer.Id!;

    private static async Task<Dictionary<string, string>> AllAsync(StorefrontStage stage)
    {
        var all = new Dictionary<string, string>();
        for (var page = 1; page <= MostPages; page++)
        {
            var read = Assert.IsType<CrawlPage.Read>(await Customers(stage).PageAsync(stage.Pair, page, Ct));
            foreach (var record in read.Records) all.Add(record.Id, record.Content);
            if (read.Last) return all;
        }

        throw new InvalidOperationException("The pages do not end.");
    }
}
