using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;
using Integration.XCart.Api;

namespace Integration.XCart.Products;

/// <summary>Which pictures are added and which removed so that a product shows the wanted ones. New ones come first, so that it is never without.</summary>
/// <param name="Add">Pictures to be added, each with its place.</param>
/// <param name="Remove">The shop's ids of those that nobody wants any more.</param>
internal sealed record PicturePlan(IReadOnlyList<(int Place, ProductImage Image)> Add, IReadOnlyList<long> Remove)
{
    private const int Step = 10;

    /// <summary>Compares by address. Without wanted ones all stay: an ERP that keeps no pictures takes none away.</summary>
    public static PicturePlan Of(IReadOnlyList<ProductImage> wanted, IReadOnlyList<(long Id, string? Url)> shown) => wanted.Count == 0
        ? new PicturePlan([], [])
        : new PicturePlan(
            [.. wanted.Index().Where(image => shown.All(old => old.Url != image.Item.Url)).Select(image => ((image.Index + 1) * Step, image.Item))],
            [.. shown.Where(old => wanted.All(image => image.Url != old.Url)).Select(old => old.Id)]);

    /// <summary>Adds, then removes.</summary>
    /// <param name="add">Puts a picture at its place; why it failed, or null.</param>
    /// <param name="remove">Removes one by its id.</param>
    /// <returns>Why it did not come to the end, or null.</returns>
    public async Task<WriteOutcome?> CarryOutAsync(Func<int, ProductImage, Task<WriteOutcome?>> add, Func<long, Task<ShopAnswer<bool>>> remove)
    {
        foreach (var (place, image) in Add)
        {
            if (await add(place, image) is { } failure) return failure;
        }

        foreach (var id in Remove)
        {
            // Gone already is as good.
            if (await remove(id) is ShopAnswer<bool>.Failed failed) return failed.Outcome;
        }

        return null;
    }
}
