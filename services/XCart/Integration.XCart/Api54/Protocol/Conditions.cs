using System.Globalization;

namespace Integration.XCart.Api54.Protocol;

/// <summary>Conditions of a list, as query text. The shop ignores the ones it does not know and gives the whole table, so that the answer must be checked.</summary>
internal static class Conditions
{
    /// <summary>A part of the list, ordered by one field.</summary>
    /// <param name="field">Aliased field, such as <c>o.lastRenewDate</c>.</param>
    /// <param name="offset">Rows to leave out.</param>
    /// <param name="limit">Most rows to give.</param>
    public static string NewestFirst(string field, int offset, int limit) => string.Create(CultureInfo.InvariantCulture,
        $"{Named("orderBy", 0)}={field}&{Named("orderBy", 1)}=desc&{Named("limit", 0)}={offset}&{Named("limit", 1)}={limit}");

    /// <summary>A part of the list, ordered by one field.</summary>
    /// <inheritdoc cref="NewestFirst"/>
    public static string OldestFirst(string field, int offset, int limit) => string.Create(CultureInfo.InvariantCulture,
        $"{Named("orderBy", 0)}={field}&{Named("orderBy", 1)}=asc&{Named("limit", 0)}={offset}&{Named("limit", 1)}={limit}");

    /// <summary>A part of the list of customers' own accounts, the oldest first: no guests, no copies of orders, no administrators.</summary>
    /// <param name="offset">Rows to leave out.</param>
    /// <param name="limit">Most rows to give.</param>
    public static string Accounts(int offset, int limit) => string.Create(CultureInfo.InvariantCulture,
        $"_cnd%5Buser_type%5D=C&_cnd%5BonlyReal%5D=1&{Named("orderBy", 0)}=p.profile_id&{Named("orderBy", 1)}=asc&{Named("limit", 0)}={offset}&{Named("limit", 1)}={limit}");

    /// <summary>A part of any list, the lowest first.</summary>
    /// <param name="field">Aliased field, or null for the table's own order.</param>
    /// <param name="offset">Rows to leave out.</param>
    /// <param name="limit">Most rows to give.</param>
    public static string Part(string? field, int offset, int limit) => string.Create(CultureInfo.InvariantCulture,
        $"{(field is null ? "" : $"{Named("orderBy", 0)}={field}&{Named("orderBy", 1)}=asc&")}{Named("limit", 0)}={offset}&{Named("limit", 1)}={limit}");

    /// <summary>The products with this SKU.</summary>
    public static string Sku(string sku) => $"_cnd%5Bsku%5D={Uri.EscapeDataString(sku)}&{Named("limit", 0)}=0&{Named("limit", 1)}=10";

    /// <summary>A part of the list of orders placed within some time, the oldest order (or cart) first.</summary>
    /// <param name="from">Unix seconds, included.</param>
    /// <param name="until">Unix seconds, included.</param>
    /// <param name="offset">Rows to leave out.</param>
    /// <param name="limit">Most rows to give.</param>
    public static string Placed(long from, long until, int offset, int limit) => string.Create(CultureInfo.InvariantCulture,
        $"{Named("date", 0)}={from}&{Named("date", 1)}={until}&{Named("orderBy", 0)}=o.order_id&{Named("orderBy", 1)}=asc&{Named("limit", 0)}={offset}&{Named("limit", 1)}={limit}");

    private static string Named(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"_cnd%5B{name}%5D%5B{index}%5D");
}
