import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  sql,
} from 'kysely';

class BinaryText extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const isText = DataTypeNode.is(node.dataType) && node.dataType.dataType === 'text';
    const dataType = isText ? sql`text collate "C"`.toOperationNode() : node.dataType;
    return super.transformColumnDefinition({ ...node, dataType });
  }
}

/**
 * Makes text columns that compare byte by byte, as SQLite's do. A server's own order depends on its language and
 * leaves punctuation out, so that times and ids would come in another order there.
 */
export function binaryText(): KyselyPlugin {
  const transformer = new BinaryText();
  return {
    transformQuery: ({ node }) => transformer.transformNode(node),
    transformResult: async ({ result }) => result,
  };
}
