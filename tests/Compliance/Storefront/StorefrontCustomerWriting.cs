using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>Making and changing customers' accounts, for every storefront connector that can.</summary>
public abstract class StorefrontCustomerWriting
{
    private const string Zoe = "zoe@example.com";

    private static readonly Address Home = new()
    {
        FirstName = "Zoë Łucja", LastName = "Żak", Street = "Große Straße 5", City = "Köln", PostalCode = "50667", Country = "DE", Phone = "+49 (0)221 1",
    };

    private static readonly Customer Account = new() { Id = "", Email = Zoe, FirstName = Home.FirstName, LastName = Home.LastName, Phone = Home.Phone, IsActive = true, Addresses = [new CustomerAddress(Home, true, true)] };

    private protected abstract Task<StorefrontStage> StageAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_is_made_and_read_as_it_was_meant()
    {
        await using var stage = await StageAsync();
        Assert.IsType<LookOutcome.NotFound>(await Writer(stage).FindAsync(Zoe, Ct));

        var read = await ReadAsync(stage, await MadeAsync(stage));

        Assert.Equal((Zoe, true), (read.NormalisedEmail, read.IsActive));
        Assert.Equal(Home, read.MainAddress);
        Assert.Single(read.Addresses);
    }

    [Fact]
    public async Task What_was_made_is_not_made_again()
    {
        await using var stage = await StageAsync();
        var id = await MadeAsync(stage);

        Assert.Equal(id, await AgainAsync(stage));
        Assert.Equal(id, await AgainAsync(stage));
    }

    [Fact]
    public async Task An_account_whose_answer_never_came_is_unknown_and_there_once()
    {
        await using var stage = await StageAsync();
        stage.Make(Trouble.WriteWithoutAnswer);
        Assert.IsType<WriteOutcome.Unknown>(await Writer(stage).CreateAsync(stage.Pair, Account, Ct));
        stage.Heal();

        Assert.Equal(Zoe, (await ReadAsync(stage, await AgainAsync(stage))).NormalisedEmail);
    }

    [Fact]
    public async Task An_account_whose_making_was_lost_is_unknown_and_can_be_made()
    {
        await using var stage = await StageAsync();
        stage.Make(Trouble.WriteLost);
        Assert.IsType<WriteOutcome.Unknown>(await Writer(stage).CreateAsync(stage.Pair, Account, Ct));
        stage.Heal();

        Assert.IsType<LookOutcome.NotFound>(await Writer(stage).FindAsync(Zoe, Ct));
        Assert.Equal(Home, (await ReadAsync(stage, await MadeAsync(stage))).MainAddress);
    }

    [Fact]
    public async Task A_customers_own_account_is_found_whatever_the_case_of_its_address_and_a_guest_is_not()
    {
        await using var stage = await StageAsync();
        var id = await OwnerAsync(stage, await stage.PlaceWithAccountAsync(new StagedOrder { Email = "Anna.K@Example.com" }));
        await stage.PlaceAsync(new StagedOrder { Email = "guest@example.com" });

        Assert.Equal(id, Assert.IsType<LookOutcome.Same>(await Writer(stage).FindAsync("anna.k@example.com", Ct)).Ref.Id);
        Assert.IsType<LookOutcome.NotFound>(await Writer(stage).FindAsync("k@example.com", Ct));
        Assert.IsType<LookOutcome.NotFound>(await Writer(stage).FindAsync("guest@example.com", Ct));
    }

    [Fact]
    public async Task Only_the_named_fields_change_and_what_is_read_then_is_no_change()
    {
        await using var stage = await StageAsync();
        var id = await MadeAsync(stage);
        var wanted = CustomerFields.With(await ReadAsync(stage, id), new Dictionary<string, string> { [CustomerFields.Phone] = "+49 30 ü" });

        Assert.IsType<WriteOutcome.Done>(await Writer(stage).UpdateAsync(stage.Pair, wanted, new HashSet<string> { CustomerFields.Phone }, Ct));

        var read = await ReadAsync(stage, id);
        Assert.Equal(Home with { Phone = "+49 30 ü" }, read.MainAddress);
        Assert.Equal(CustomerFields.Of(wanted), CustomerFields.Of(read));
        var writes = stage.Writes;
        Assert.Equal(read.MainAddress, (await ReadAsync(stage, id)).MainAddress);
        Assert.Equal(writes, stage.Writes);
    }

    [Fact]
    public async Task A_mail_address_and_the_mark_of_a_closed_account_are_written_without_touching_the_book()
    {
        await using var stage = await StageAsync();
        var id = await MadeAsync(stage);
        var wanted = CustomerFields.With(await ReadAsync(stage, id), new Dictionary<string, string> { [CustomerFields.Email] = "other@example.com", [CustomerFields.Active] = "false" });

        Assert.IsType<WriteOutcome.Done>(await Writer(stage).UpdateAsync(stage.Pair, wanted, new HashSet<string> { CustomerFields.Email, CustomerFields.Active }, Ct));

        var read = await ReadAsync(stage, id);
        Assert.Equal(("other@example.com", false), (read.NormalisedEmail, read.IsActive));
        Assert.Equal(Home, Assert.Single(read.Addresses).Address);
    }

    [Fact]
    public async Task A_group_is_given_and_taken_away_by_its_name_where_the_shop_can()
    {
        await using var stage = await StageAsync();
        var id = await MadeAsync(stage);
        var group = new HashSet<string> { CustomerFields.Group };
        if (!Writer(stage).Fields.Contains(CustomerFields.Group))
        {
            Assert.Null((await ReadAsync(stage, id)).Group);
            return;
        }

        var account = await ReadAsync(stage, id);
        Assert.IsType<WriteOutcome.Done>(await Writer(stage).UpdateAsync(stage.Pair, account with { Group = "wholesale" }, group, Ct));
        Assert.Equal("Wholesale", (await ReadAsync(stage, id)).Group);
        Assert.IsType<WriteOutcome.Rejected>(await Writer(stage).UpdateAsync(stage.Pair, account with { Group = "Nobody's" }, group, Ct));
        Assert.Equal("Wholesale", (await ReadAsync(stage, id)).Group);
        Assert.IsType<WriteOutcome.Done>(await Writer(stage).UpdateAsync(stage.Pair, account with { Group = null }, group, Ct));
        Assert.Null((await ReadAsync(stage, id)).Group);
    }

    [Fact]
    public async Task A_change_whose_answer_never_came_is_unknown_and_its_repetition_completes_it()
    {
        await using var stage = await StageAsync();
        var id = await MadeAsync(stage);
        var wanted = CustomerFields.With(await ReadAsync(stage, id), new Dictionary<string, string> { [CustomerFields.Street] = "Domplatz 1" });
        stage.Make(Trouble.WriteWithoutAnswer);
        Assert.IsType<WriteOutcome.Unknown>(await Writer(stage).UpdateAsync(stage.Pair, wanted, new HashSet<string> { CustomerFields.Street }, Ct));
        stage.Heal();

        Assert.IsType<WriteOutcome.Done>(await Writer(stage).UpdateAsync(stage.Pair, wanted, new HashSet<string> { CustomerFields.Street }, Ct));
        Assert.Equal(Home with { Street = "Domplatz 1" }, (await ReadAsync(stage, id)).MainAddress);
    }

    [Fact]
    public async Task An_account_that_is_gone_is_not_written_and_not_made_anew()
    {
        await using var stage = await StageAsync();
        var id = await MadeAsync(stage);
        var wanted = await ReadAsync(stage, id);
        await stage.DeleteCustomerAsync(id);

        foreach (var field in (string[])[CustomerFields.Email, CustomerFields.Street])
            Assert.IsType<WriteOutcome.Rejected>(await Writer(stage).UpdateAsync(stage.Pair, wanted, new HashSet<string> { field }, Ct));
        Assert.IsType<WriteOutcome.Rejected>(await Writer(stage).UpdateAsync(stage.Pair, wanted with { Id = "no id" }, new HashSet<string> { CustomerFields.Email }, Ct));
        Assert.IsType<LookOutcome.NotFound>(await Writer(stage).FindAsync(Zoe, Ct));
    }

    [Theory]
    [InlineData("throttled")]
    [InlineData("denied")]
    [InlineData("down")]
    public async Task A_shop_in_trouble_says_so_and_nothing_is_made(string how)
    {
        await using var stage = await StageAsync();
        var (trouble, outcome) = how switch
        {
            "throttled" => (Trouble.Throttled, typeof(WriteOutcome.Throttled)),
            "denied" => (Trouble.KeyRevoked, typeof(WriteOutcome.Denied)),
            // A write may have been carried out before the shop went down.
            _ => (Trouble.Down, typeof(WriteOutcome.Unknown)),
        };
        stage.Make(trouble);

        Assert.IsType(outcome, await Writer(stage).CreateAsync(stage.Pair, Account, Ct));
        Assert.IsType<LookOutcome.Failed>(await Writer(stage).FindAsync(Zoe, Ct));
    }

    private static IStorefrontCustomerWriter Writer(StorefrontStage stage) => Assert.IsType<IStorefrontCustomerWriter>(stage.Storefront.CustomerWriter, exactMatch: false);

    private static async Task<string> MadeAsync(StorefrontStage stage) => Assert.IsType<WriteOutcome.Done>(await Writer(stage).CreateAsync(stage.Pair, Account, Ct)).Ref.Id;

    // As the lane does it: look, and make only what is not there. Where nothing shows such an account, the shop refuses a second one.
    private static async Task<string> AgainAsync(StorefrontStage stage) => await Writer(stage).FindAsync(Zoe, Ct) is LookOutcome.Same same
        ? same.Ref.Id
        : Assert.IsType<WriteOutcome.AlreadyDone>(await Writer(stage).CreateAsync(stage.Pair, Account, Ct)).Ref.Id;

    private static async Task<Customer> ReadAsync(StorefrontStage stage, string id) =>
        Assert.IsType<ReadOutcome<Customer>.Found>(await stage.Storefront.Customers!.ReadKnownAsync(stage.Pair, id, Ct)).Value;

    private static async Task<string> OwnerAsync(StorefrontStage stage, string order) =>
        Assert.IsType<ReadOutcome<Contracts.Orders.Order>.Found>(await stage.Storefront.Orders.ReadAsync(stage.Pair, order, Ct)).Value.Customer.Id!;
}
