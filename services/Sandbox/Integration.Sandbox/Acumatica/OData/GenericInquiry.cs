using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.OData;

/// <summary>A generic inquiry exposed via OData: a name, columns, and how its rows come about.</summary>
/// <param name="Schema">Name and columns.</param>
/// <param name="Source">Entity or table that it lists.</param>
/// <param name="Fill">Fills one row from a record.</param>
internal sealed record GenericInquiry(EntitySchema Schema, string Source, Action<Row, Row> Fill);
