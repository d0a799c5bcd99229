using Integration.Platform.Database;

namespace Integration.Connectors.Links;

/// <summary>Keeps and finds links, from either side.</summary>
internal sealed class LinkStore(TimeProvider time)
{
    private const string Columns = """
        scope AS Scope, entity AS Entity, storefront_id AS StorefrontId, storefront_number AS StorefrontNumber, connection AS Connection,
        erp_id AS ErpId, erp_number AS ErpNumber, reference AS Reference, base AS Base
        """;

    /// <summary>Stores the tie; an earlier one of the same storefront record is replaced.</summary>
    public Task StoreAsync(IUnit unit, Link link, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO link (scope, entity, storefront_id, storefront_number, connection, erp_id, erp_number, reference, base, linked_at)
        VALUES (@Scope, @Entity, @StorefrontId, @StorefrontNumber, @Connection, @ErpId, @ErpNumber, @Reference, @Base, @now)
        ON CONFLICT (scope, entity, storefront_id) DO UPDATE SET storefront_number = excluded.storefront_number,
          connection = excluded.connection, erp_id = excluded.erp_id, erp_number = excluded.erp_number,
          reference = excluded.reference, base = excluded.base, linked_at = excluded.linked_at
        """,
        new
        {
            link.Scope, link.Entity, link.StorefrontId, link.StorefrontNumber, link.Connection,
            link.ErpId, link.ErpNumber, link.Reference, link.Base, now = time.UnixMs(),
        },
        ct);

    /// <summary>The tie of a storefront record, or null.</summary>
    public static Task<Link?> OfStorefrontAsync(IUnit unit, string scope, string entity, string storefrontId, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<Link>(
            $"SELECT {Columns} FROM link WHERE scope = @scope AND entity = @entity AND storefront_id = @storefrontId",
            new { scope, entity, storefrontId }, ct);

    /// <summary>The tie of an ERP record, or null. For customers, whom several shops may share, any one.</summary>
    public static Task<Link?> OfErpAsync(IUnit unit, string connection, string entity, string erpId, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<Link>(
            $"SELECT {Columns} FROM link WHERE connection = @connection AND entity = @entity AND erp_id = @erpId",
            new { connection, entity, erpId }, ct);
}
