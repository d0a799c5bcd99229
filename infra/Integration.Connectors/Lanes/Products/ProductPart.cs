using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.Contracts.Records;

namespace Integration.Connectors.Lanes.Products;

/// <summary>The members of a product that are to be written, against what the storefront shows just before.</summary>
internal sealed class ProductPart(IStorefrontProducts products, WriteProduct write, ProductLane lane)
{
    private readonly Dictionary<string, string> _wanted = ProductTexts.Of(write.Product, lane, write.Product.WeightUnit);

    /// <summary>The product as it was read last, or null.</summary>
    public Product? Shown { get; private set; }

    /// <summary>Members that show something else than was expected: somebody changed them meanwhile.</summary>
    public IReadOnlyList<string> LeftAlone { get; private set; } = [];

    /// <summary>For people, what was written.</summary>
    public string Words { get; private set; } = "";

    private RecordRef Ref => new(Entities.Product, write.Id, write.Product.Sku);

    /// <summary>The storefront shows all of it already?</summary>
    public async Task<LookOutcome> LookAsync(CancellationToken ct)
    {
        var (open, failure) = await OpenAsync(ct);
        return failure is not null ? new LookOutcome.Failed(failure) : open.Count == 0 ? new LookOutcome.Same(Ref) : new LookOutcome.NotFound();
    }

    /// <summary>Writes what is still open.</summary>
    public async Task<WriteOutcome> WriteAsync(CancellationToken ct)
    {
        var (open, failure) = await OpenAsync(ct);
        if (failure is not null) return failure;
        return open.Count == 0 ? new WriteOutcome.AlreadyDone(Ref) : await products.UpdateAsync(write.Id, write.Product, open, ct);
    }

    private async Task<(HashSet<string> Fields, WriteOutcome? Failure)> OpenAsync(CancellationToken ct)
    {
        switch (await products.ReadAsync(write.Id, ct))
        {
            case ReadOutcome<Product>.Found { Value: var product }:
                Shown = product;
                var texts = ProductTexts.Of(product, lane, product.WeightUnit);
                LeftAlone = [.. write.Fields.Where(field => texts.GetValueOrDefault(field.Key, "") is var now && now != field.Value && now != _wanted.GetValueOrDefault(field.Key, "")).Select(field => field.Key)];
                var open = write.Fields.Keys.Where(field => !LeftAlone.Contains(field) && products.Writable.Contains(field) && !products.WritableOnce.Contains(field)
                    && texts.GetValueOrDefault(field, "") != _wanted.GetValueOrDefault(field, "")).ToHashSet(StringComparer.Ordinal);
                Words = ProductComparison.Words(open, texts, _wanted);
                return (open, null);
            case ReadOutcome<Product>.Failed failed:
                return ([], failed.Outcome);
            case ReadOutcome<Product>.Unreadable unreadable:
                return ([], new WriteOutcome.Rejected(unreadable.Reasons));
            default:
                return ([], new WriteOutcome.Rejected([new Contracts.Operations.Reason("id", "The shop no longer has the product.")]));
        }
    }
}
