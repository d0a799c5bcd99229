using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Xunit;

namespace Integration.Tests.Compliance.Products;

/// <summary>The port of products, for every storefront and ERP that has it.</summary>
public abstract class ProductCompliance
{
    private const int MostPages = 50;

    private protected abstract Task<ProductSide> StartAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_product_that_is_made_is_found_read_and_listed_as_it_was_given()
    {
        await using var side = await StartAsync();
        var made = await MakeAsync(side);

        Assert.Equal(("Vase „Łódź”", 34.5m, 1.25m, true), (made.Name, made.Price, made.Weight, made.Enabled));
        var read = Assert.IsType<ReadOutcome<Product>.Found>(await side.Products.ReadAsync(made.Id, Ct)).Value;
        Assert.Equal((made.Id, "VASE-ŁÓDŹ", made.Name, made.Price), (read.Id, read.Sku, read.Name, read.Price));
        var listed = Assert.Single(await AllAsync(side), product => product.Id == made.Id);
        Assert.Equal(("VASE-ŁÓDŹ", 34.5m), (listed.Sku, listed.Price));
        if (await side.Products.FindAsync("VASE-ŁÓDŹ", Ct) is not ProductFind.CannotTell)
            Assert.Equal(made.Id, Assert.Single(Assert.IsType<ProductFind.Found>(await side.Products.FindAsync("VASE-ŁÓDŹ", Ct)).Items).Product);
    }

    [Fact]
    public async Task Only_the_named_members_are_changed_and_the_answer_shows_them()
    {
        await using var side = await StartAsync();
        var made = await MakeAsync(side);

        var outcome = await side.Products.UpdateAsync(made.Id, made with { Name = "Other", Price = 0.0125m }, new HashSet<string> { ProductFields.Price }, Ct);

        var shown = ProductSide.Echo(outcome);
        Assert.Equal(("Vase „Łódź”", 0.0125m), (shown.Name, shown.Price));
        Assert.Equal("Vase „Łódź”", Assert.IsType<ReadOutcome<Product>.Found>(await side.Products.ReadAsync(made.Id, Ct)).Value.Name);
    }

    [Fact]
    public async Task Switched_off_and_on_again_it_stays_the_same_product()
    {
        await using var side = await StartAsync();
        var made = await MakeAsync(side);
        var only = new HashSet<string> { ProductFields.Enabled };

        Assert.False(ProductSide.Echo(await side.Products.UpdateAsync(made.Id, made with { Enabled = false }, only, Ct)).Enabled);
        Assert.True(ProductSide.Echo(await side.Products.UpdateAsync(made.Id, made, only, Ct)).Enabled);
        Assert.Single(await AllAsync(side), product => product.Sku == made.Sku);
    }

    [Fact]
    public async Task Prices_for_groups_and_quantities_are_made_the_wanted_ones_where_they_can_be_written()
    {
        await using var side = await StartAsync();
        if (!side.Products.Writable.Contains(ProductFields.Prices)) return;
        var made = await MakeAsync(side);
        var only = new HashSet<string> { ProductFields.Prices };
        async Task<IReadOnlyList<ProductPrice>?> SetAsync(params ProductPrice[] prices) => ProductSide.Echo(await side.Products.UpdateAsync(made.Id, made with { Prices = prices }, only, Ct)).Prices;

        Assert.Equal([new ProductPrice("VIP", 2, 30m), new ProductPrice("Wholesale", 5, 30.125m)], await SetAsync(new ProductPrice("Wholesale", 5, 30.125m), new ProductPrice("VIP", 2, 30m)));
        Assert.Equal([new ProductPrice(null, 10, 28m), new ProductPrice("Wholesale", 5, 29m)], await SetAsync(new ProductPrice("Wholesale", 5, 29m), new ProductPrice(null, 10, 28m)));
        Assert.Empty((await SetAsync())!);
        Assert.IsType<WriteOutcome.Rejected>(await side.Products.UpdateAsync(made.Id, made with { Prices = [new ProductPrice("Nobody", 5, 1m)] }, only, Ct));
        Assert.IsType<WriteOutcome.Rejected>(await side.Products.UpdateAsync(made.Id, made with { Prices = [new ProductPrice(null, 2.5m, 1m)] }, only, Ct));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_cannot_be_changed()
    {
        await using var side = await StartAsync();

        Assert.IsType<ReadOutcome<Product>.NotFound>(await side.Products.ReadAsync("987654", Ct));
        Assert.IsNotType<ProductFind.Found>(await side.Products.FindAsync("NO-SUCH", Ct));
        Assert.IsType<WriteOutcome.Rejected>(await side.Products.UpdateAsync("987654", Vase, new HashSet<string> { ProductFields.Price }, Ct));
    }

    [Fact]
    public async Task A_write_without_answer_is_unknown_and_was_carried_out_once()
    {
        await using var side = await StartAsync();
        side.LoseAnswers();

        Assert.IsType<WriteOutcome.Unknown>(await side.Products.CreateAsync(Vase, Ct));

        side.Heal();
        Assert.Single(await AllAsync(side), product => product.Sku == Vase.Sku);
    }

    [Fact]
    public async Task Who_is_refused_is_denied_and_what_is_down_is_unavailable()
    {
        await using var side = await StartAsync();
        side.Down();
        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<ReadOutcome<Product>.Failed>(await side.Products.ReadAsync("1", Ct)).Outcome);
        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<ProductPage.Failed>(await side.Products.PageAsync(1, Ct)).Outcome);
        side.Heal();
    }

    private static Product Vase { get; } = new()
    {
        Id = "", Sku = "VASE-ŁÓDŹ", Name = "Vase „Łódź”", Description = "<p>Glas</p>", Price = 34.5m, Weight = 1.25m, WeightUnit = "kg", Enabled = true,
    };

    private static async Task<Product> MakeAsync(ProductSide side) => ProductSide.Echo(await side.Products.CreateAsync(Vase, Ct));

    private static async Task<List<Product>> AllAsync(ProductSide side)
    {
        var all = new List<Product>();
        for (var page = 1; page <= MostPages; page++)
        {
            var read = Assert.IsType<ProductPage.Read>(await side.Products.PageAsync(page, Ct));
            all.AddRange(read.Products);
            if (read.Last) return all;
        }

        throw new InvalidOperationException("The pages do not end.");
    }
}
