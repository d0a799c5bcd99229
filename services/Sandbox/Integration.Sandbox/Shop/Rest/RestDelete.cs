using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Schema;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>DELETE. Without an id it empties the whole table, as the real one does.</summary>
internal sealed class RestDelete(ShopUnit shop, EntitySchema entity)
{
    public JsonNode? Delete(string? id)
    {
        if (id is not null)
        {
            if (entity.Path == "image-product-image" && shop.Rows.Find(entity.Path, id) is { } image)
            {
                ProductParts.Hide(shop, image);
            }

            return shop.Rows.Delete(entity.Path, id) ? true : null;
        }

        foreach (var row in shop.Rows.All(entity.Path))
        {
            shop.Rows.Delete(entity.Path, shop.Rows.Id(entity.Path, row));
        }

        return true;
    }
}
