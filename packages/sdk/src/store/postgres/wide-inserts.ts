import {
  type InsertQueryNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  PrimitiveValueListNode,
  sql,
  ValuesNode,
} from 'kysely';

/** Fewer rows are not worth it. */
const leastRows = 8;

class WideInserts extends OperationNodeTransformer {
  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const { into, columns, values } = node;
    if (!into || !columns || !values || !ValuesNode.is(values) || values.values.length < leastRows)
      return node;
    const rows = values.values.filter(PrimitiveValueListNode.is);
    if (rows.length < values.values.length) return node;
    const names = columns.map(({ column }) => column.name);
    const text = JSON.stringify(
      rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row.values[at]]))),
    );
    const select = sql`select ${sql.join(names.map((name) => sql.ref(name)))}
      from json_populate_recordset(null::${sql.table(into.table.identifier.name)}, ${text}::json) with ordinality
      order by "ordinality"`;
    return { ...node, values: select.toOperationNode() };
  }
}

/**
 * Sends the rows of a large insert as one value, which the server reads as rows of the table, in the order they were
 * given. The statement is then the same for any number of rows, where one placeholder for each field would have to be
 * parsed and planned anew, and be 65,535 at most.
 */
export function wideInserts(): KyselyPlugin {
  const transformer = new WideInserts();
  return {
    transformQuery: ({ node }) => transformer.transformNode(node),
    transformResult: async ({ result }) => result,
  };
}
