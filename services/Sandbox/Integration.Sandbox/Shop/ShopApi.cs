namespace Integration.Sandbox.Shop;

/// <summary>Which API a shop stand-in speaks.</summary>
public enum ShopApi
{
    /// <summary>X-Cart 5.4: the legacy REST add-on at <c>admin.php?target=RESTAPI</c>.</summary>
    Legacy54,

    /// <summary>X-Cart 5.5: API Platform at <c>/api</c>.</summary>
    Rest55,
}
