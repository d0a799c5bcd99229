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

        var outcome = await side.Products.UpdateAsync(made.Id, made with { Name = "Other", Price = side.FinePrice }, new HashSet<string> { ProductFields.Price }, Ct);

        var shown = ProductSide.Echo(outcome);
        Assert.Equal(("Vase „Łódź”", side.FinePrice), (shown.Name, shown.Price));
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
    public async Task Attributes_are_made_and_changed_and_those_of_others_stay_where_they_can_be_written()
    {
        await using var side = await StartAsync();
        if (!Updates(side, ProductFields.Attributes)) return;
        var made = ProductSide.Echo(await side.Products.CreateAsync(Vase with { Attributes = [new ProductAttribute("Farbe", "grün"), new ProductAttribute("Höhe", "20 cm")] }, Ct));
        Assert.Equal([new ProductAttribute("Farbe", "grün"), new ProductAttribute("Höhe", "20 cm")], made.Attributes!);

        var wanted = made with { Attributes = [new ProductAttribute("farbe", "blau"), new ProductAttribute("Łuk", "tak")] };
        var only = new HashSet<string> { ProductFields.Attributes };
        var changed = ProductSide.Echo(await side.Products.UpdateAsync(made.Id, wanted, only, Ct));

        Assert.Equal([new ProductAttribute("Farbe", "blau"), new ProductAttribute("Höhe", "20 cm"), new ProductAttribute("Łuk", "tak")], changed.Attributes!);
        Assert.Equal(changed.Attributes, ProductSide.Echo(await side.Products.UpdateAsync(made.Id, wanted, only, Ct)).Attributes);
        Assert.Equal(changed.Attributes, Assert.IsType<ReadOutcome<Product>.Found>(await side.Products.ReadAsync(made.Id, Ct)).Value.Attributes);
    }

    [Fact]
    public async Task Pictures_are_made_the_wanted_ones_and_none_is_taken_away_by_an_empty_list()
    {
        await using var side = await StartAsync();
        if (!Updates(side, ProductFields.Images)) return;
        var made = ProductSide.Echo(await side.Products.CreateAsync(Vase with { Images = [Picture("front"), Picture("back")] }, Ct));
        var only = new HashSet<string> { ProductFields.Images };

        var changed = ProductSide.Echo(await side.Products.UpdateAsync(made.Id, made with { Images = [Picture("front"), Picture("side")] }, only, Ct));
        Assert.Equal([Picture("front").Url, Picture("side").Url], changed.Images!.Select(image => image.Url));
        Assert.Equal(2, ProductSide.Echo(await side.Products.UpdateAsync(made.Id, made with { Images = [] }, only, Ct)).Images!.Count);
    }

    [Fact]
    public async Task A_product_is_made_with_variants_which_can_be_added_to_where_they_can_be_written()
    {
        await using var side = await StartAsync();
        if (!Updates(side, ProductFields.Variants)) return;
        var made = ProductSide.Echo(await side.Products.CreateAsync(Vase with { Kind = ProductKind.Template, Variants = [Variant("V-R-S", "Rot", "S", 10m), Variant("V-R-L", "Rot", "L", 12m), Variant("V-B-S", "Blau", "S", null)] }, Ct));
        Assert.Equal(["V-R-S 10", "V-R-L 12", "V-B-S "], made.Variants!.Select(variant => $"{variant.Sku} {variant.Price:0.##}"));

        var all = made with { Variants = [Variant("V-R-S", "Rot", "S", 11m), Variant("V-R-L", "Rot", "L", 12m), Variant("V-B-S", "Blau", "S", null), Variant("V-G-L", "Łosoś", "L", 15m), Variant("OFF", "Blau", "L", 1m) with { Enabled = false }] };
        var only = new HashSet<string> { ProductFields.Variants };
        var added = ProductSide.Echo(await side.Products.UpdateAsync(made.Id, all, only, Ct));

        Assert.Equal(["V-R-S 11", "V-R-L 12", "V-B-S ", "V-G-L 15"], added.Variants!.Select(variant => $"{variant.Sku} {variant.Price:0.##}"));
        Assert.Equal(made.Variants!.Select(variant => variant.Id), added.Variants!.Take(3).Select(variant => variant.Id));
        Assert.Equal(4, ProductSide.Echo(await side.Products.UpdateAsync(made.Id, all, only, Ct)).Variants!.Count);
    }

    [Fact]
    public async Task Variants_that_the_shop_could_not_keep_are_refused_and_those_that_are_there_stay()
    {
        await using var side = await StartAsync();
        if (!Updates(side, ProductFields.Variants)) return;
        Assert.IsType<WriteOutcome.Rejected>(await side.Products.CreateAsync(Vase with { Variants = [Variant("V-1", "Rot", "S", 1m), Variant("V-2", "Rot", "S", 1m)] }, Ct));
        Assert.DoesNotContain(await AllAsync(side), product => product.Sku == Vase.Sku);
        var made = ProductSide.Echo(await side.Products.CreateAsync(Vase with { Kind = ProductKind.Template, Variants = [Variant("V-R", "Rot", "", 10m), Variant("V-B", "Blau", "", 12m)] }, Ct));

        var refused = Assert.IsType<WriteOutcome.Rejected>(await side.Products.UpdateAsync(
            made.Id, made with { Variants = [Variant("V-R", "Rot", "S", 10m), Variant("V-B", "Blau", "L", 12m), Variant("V-G", "Grün", "L", 1m)] }, new HashSet<string> { ProductFields.Variants }, Ct));

        Assert.Contains("V-G", refused.Reasons[0].Message, StringComparison.Ordinal);
        Assert.Equal(["V-R", "V-B"], Assert.IsType<ReadOutcome<Product>.Found>(await side.Products.ReadAsync(made.Id, Ct)).Value.Variants!.Select(variant => variant.Sku));
    }

    [Fact]
    public async Task Variants_that_an_unanswered_write_left_half_made_are_completed_once()
    {
        await using var side = await StartAsync();
        if (!Updates(side, ProductFields.Variants)) return;
        var made = await MakeAsync(side);
        var wanted = made with { Variants = [Variant("V-R", "Rot", "S", 10m), Variant("V-B", "Blau", "S", 12m)] };
        var only = new HashSet<string> { ProductFields.Variants };
        side.LoseAnswers();
        Assert.IsType<WriteOutcome.Unknown>(await side.Products.UpdateAsync(made.Id, wanted, only, Ct));
        side.Heal();

        Assert.Equal(["V-R", "V-B"], ProductSide.Echo(await side.Products.UpdateAsync(made.Id, wanted, only, Ct)).Variants!.Select(variant => variant.Sku));
        Assert.Equal(2, ProductSide.Echo(await side.Products.UpdateAsync(made.Id, wanted, only, Ct)).Variants!.Count);
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
        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<ReadOutcome<Product>.Failed>(await side.Products.ReadAsync(side.SomeId, Ct)).Outcome);
        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<ProductPage.Failed>(await side.Products.PageAsync(1, Ct)).Outcome);
        side.Heal();
    }

    private static Product Vase { get; } = new()
    {
        Id = "", Sku = "VASE-ŁÓDŹ", Name = "Vase „Łódź”", Description = "<p>Glas</p>", Price = 34.5m, Weight = 1.25m, WeightUnit = "kg", Enabled = true,
    };

    private static bool Updates(ProductSide side, string field) => side.Products.Writable.Contains(field) && !side.Products.WritableOnce.Contains(field);

    private static ProductImage Picture(string name) => new($"https://pictures.example.com/{name}.jpg");

    private static ProductVariant Variant(string sku, string colour, string size, decimal? price) => new()
    {
        Id = "", Sku = sku, Price = price, Options = [new ProductAttribute("Farbe", colour), new ProductAttribute("Größe", size)],
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
